import { createContext } from 'react';

/** Opens the export dialog of the review on the desk. */
export const OpenExportContext = createContext<() => void>(() => undefined);
