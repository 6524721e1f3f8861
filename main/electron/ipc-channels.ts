/** The only channel from the renderer to the main process. */
export const CALL_CHANNEL = 'groundwork:call';
/** The only channel from the main process to the renderer. */
export const COMMAND_CHANNEL = 'groundwork:command';
