/** What the page says of what went wrong between it and its server or browser, by key. */

export const faultText = {
  unknownAnswer: 'The server answered something that this page does not know.',
  noBase: 'The server sent what differs from something this page does not hold.',
  unknownFault: 'The server answered with an error that this page does not know.',
  unknownDiagnosis: 'The doctor answered something that this page does not know.',
  cancelled: 'Loading was cancelled.',
  layoutCancelled: (boxes: number): string => `Laying out ${boxes} boxes was cancelled.`,
  updated: 'Reload the page: modscope may have been updated.',
  ownData: 'This page contains its own data and cannot load again.',
  noAnswer: 'modscope is not responding.',
  startAgain: 'Start it again in the same folder, then reload this page.',
  status: (status: number, address: string) => `The server answered ${status} to ${address}.`,
  noApp: 'The page has no #app.',
  elkEnded: (reason: string) => `the worker of elk ended: ${reason}`,
  elkNotLoaded: 'its script could not be loaded',
  reload: 'Reload the page.',
} as const;
