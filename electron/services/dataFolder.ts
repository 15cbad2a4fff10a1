import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that holds everything Soleus keeps of a person, the same for the desktop window and the browser:
 * `%APPDATA%\Soleus`, `~/Library/Application Support/Soleus` or `~/.config/Soleus`. SOLEUS_DATA names another one.
 */
export function dataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (env['SOLEUS_DATA']) return env['SOLEUS_DATA'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Soleus');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Soleus');
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Soleus');
}
