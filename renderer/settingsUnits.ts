import type { Api } from '../shared/contract/contract.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { setUnits, unitsOf } from './messages/units.ts';

/** The same calls; whenever the settings come to the page, lengths are read in their units from then on. */
export function inUnitsOfSettings(api: Api, locale: string): Api {
  const follow = (settings: Settings): Settings => {
    setUnits(unitsOf(settings.units, locale));
    return settings;
  };
  return {
    ...api,
    'settings.read': async (request) => follow(await api['settings.read'](request)),
    'settings.change': async (request) => follow(await api['settings.change'](request)),
  };
}
