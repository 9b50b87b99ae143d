/** Keys are held with Cmd there, and with Ctrl elsewhere. */
export const isMac = navigator.userAgent.includes('Mac OS');
