import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/**
 * Stands in for Electron's binaries where they cannot be had: folders of the same layout with empty programs, so that the
 * real packer has something to work on. What it does with them is what it does with the real ones.
 */
export type PackedPlatform = 'linux' | 'darwin' | 'win32';

/** What a program carries its fuses behind. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them; the ninth is one that the packer does not know yet. */
const FUSES = Buffer.concat([
  Buffer.alloc(64),
  Buffer.from(FUSE_SENTINEL),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
  Buffer.alloc(64),
]);
const LICENCES = { LICENSE: 'of Electron', 'LICENSES.chromium.html': 'of Chromium' };

export function standInElectron(platform: PackedPlatform, folder: string): string {
  const files = { linux: linuxFiles, darwin: macFiles, win32: windowsFiles }[platform]();
  for (const [name, content] of Object.entries({ ...LICENCES, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

type Files = Record<string, string | Buffer>;

function linuxFiles(): Files {
  return { electron: FUSES, 'chrome-sandbox': '', 'locales/en-US.pak': '', 'locales/de.pak': '' };
}

function macFiles(): Files {
  const contents = 'Electron.app/Contents';
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);
  return {
    // Electron's own texts for what apps may ask for.
    [`${contents}/Info.plist`]: plist(['NSCameraUsageDescription', 'NSMicrophoneUsageDescription']),
    [`${contents}/MacOS/Electron`]: '',
    [`${contents}/Resources/en.lproj/InfoPlist.strings`]: '',
    [`${contents}/Resources/de.lproj/InfoPlist.strings`]: '',
    [`${framework}/Electron Framework`]: FUSES,
    [`${framework}/Versions/A/Resources/en.lproj/locale.pak`]: '',
    [`${framework}/Versions/A/Resources/de.lproj/locale.pak`]: '',
    ...Object.fromEntries(
      helpers.flatMap((helper) => [
        [`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist([])],
        [`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, ''],
      ]),
    ),
  };
}

function windowsFiles(): Files {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.entries.push({ type: 10, id: 1, lang: 1033, codepage: 1200, bin: arrayBufferOf(FUSES) });
  resources.outputResource(program);
  return { 'electron.exe': Buffer.from(program.generate()), 'locales/en-US.pak': '', 'locales/de.pak': '' };
}

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function plist(keys: readonly string[]): string {
  const entries = keys.map((key) => `<key>${key}</key><string>asked by Electron</string>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${entries}</dict></plist>`;
}
