// Asked by electron-builder before it packs. False: packages are neither rebuilt nor gathered, because everything is built
// in but the database, whose binaries come in its package and fit every Electron.
export function beforeBuild() {
  return false;
}
