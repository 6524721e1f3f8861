import type { RiskResponse } from './answers.ts';
import type { ExposureLevel } from './risks.ts';

export const RESPONSE_WORDS: Readonly<Record<RiskResponse, string>> = {
  mitigate: 'Mitigate',
  accept: 'Accept',
  transfer: 'Transfer',
  avoid: 'Avoid',
};

export const EXPOSURE_WORDS: Readonly<Record<ExposureLevel, string>> = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  critical: 'Critical',
};
