/** What buttons say that stand in many places, by key. */

export const buttonText = {
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Retry',
  doctor: 'Run diagnostics',
} as const;
