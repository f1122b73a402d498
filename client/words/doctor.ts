/** What the page says around the doctor, by key. What he finds he says himself (server/doctor/). */

export const doctorText = {
  title: 'Doctor',
  found: 'What the doctor found',
  running: 'Running diagnostics …',
  again: 'Run again',
} as const;
