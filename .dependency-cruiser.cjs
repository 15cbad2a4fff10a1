/** The floors of the house: where code lies is where it runs. `npm run check` fails on a wrong import. */
const SCREENS =
  'renderer/(today|session|library|ladder|breaks|checks|video|history|manual|settings|welcome|programmes|report)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-the-ground-floor',
      comment: 'shared/ runs anywhere: it may import only itself and small pure libraries.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/zod/'] },
    },
    {
      name: 'renderer-knows-no-node',
      comment: 'renderer/ runs in a page: it may import shared/, not electron/, tools, tests or Node.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^tools/', '^tests/', '^node_modules/(electron|better-sqlite3|ws)/'] },
    },
    {
      name: 'renderer-imports-no-node-module',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-knows-no-page',
      comment: 'electron/ runs in Node: it may import shared/, not the page, tools or tests.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', '^tools/', '^tests/', '^node_modules/(react|react-dom|three|howler)/'] },
    },
    {
      name: 'only-the-loopback-server-knows-the-network',
      comment: 'Nothing leaves the machine: whoever needs no network module cannot use one.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/loopback/' },
      to: { path: ['^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)', '^node_modules/ws/'] },
    },
    {
      name: 'services-need-no-electron',
      comment: 'A feature belongs in a service, in plain Node; only the thin host knows Electron.',
      severity: 'error',
      from: { path: '^electron/(services|loopback)/|^electron/browserHost' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'screens-never-import-each-other',
      comment: 'What two screens share goes down a floor.',
      severity: 'error',
      from: { path: `^${SCREENS}/` },
      to: { path: `^${SCREENS}/`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^node_modules/' },
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|worker)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^.cache/', '^dist/'] },
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};
