/**
 * Stands in for `semver` in the main process. electron-store compares versions with it where a store has migrations; ours has none. One that
 * were given some says so.
 */
export default {
  valid() {
    throw new Error('The bundle has no semver: settings have no migrations.');
  },
};
