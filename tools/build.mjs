// `npm run build`: the pose models, and the page and hosts in out/, whatever was there before.
import { build, checkNode, ensureModels, ensurePackages } from './setup.mjs';

checkNode();
ensurePackages();
ensureModels();
build();
