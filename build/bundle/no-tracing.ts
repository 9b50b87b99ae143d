/**
 * Stands in for dbus-native's channels, by which nobody here watches its calls: `tracingChannel` came with Node 18.19, and Electron 25 has
 * Node 18.15.
 */
export const channels = { call: { hasSubscribers: false } };
export const publishSend = (): void => {};
export const publishReceive = (): void => {};
