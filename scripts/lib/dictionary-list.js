/**
 * The dictionaries of the desktop program: Hunspell's sources as they are in the npm registry, and the licence under which each is
 * passed on where it offers several. See docs/adr/0030-dictionaries-lie-beside-the-program.md.
 * @typedef {object} Dictionary
 * @property {import('../../shared/contract/spelling-contract.ts').SpellingLanguage} language
 * @property {string} name package in the npm registry
 * @property {string} version
 * @property {string} integrity of the package, as the registry has it
 * @property {string} licence as SPDX writes it; in words where it has none for it
 * @property {boolean} [withSource] whether its licence asks for the source beside it
 */

/** Where they lie in the project. */
export const DICTIONARY_FOLDER = 'main/electron/dictionaries';

/** @type {readonly Dictionary[]} */
export const DICTIONARIES = [
  {
    language: 'en-US',
    name: 'dictionary-en',
    version: '4.0.0',
    integrity: 'sha512-3NHnE1uq33ZE/CIwaZ6gqxa4BnglHnxeAcTM0GJ7cmtRGcvX9InMK/IqLtYcUMFCUpUNgybH+DzkqdgAo3F1zg==',
    licence: 'MIT AND BSD',
  },
  {
    language: 'en-GB',
    name: 'dictionary-en-gb',
    version: '3.0.0',
    integrity: 'sha512-gU/dwC9xGYPh/0CCcmGNXO8OwSgOySAqevcSXxADCsgUD+tr6OJ52u7XaC7No7dNssvdUSfVjkzcqLrRZq3kPA==',
    licence: 'MIT AND BSD',
  },
  {
    language: 'de',
    name: 'dictionary-de',
    version: '3.0.0',
    integrity: 'sha512-0Xbq+YpWTscAL1e18aPPaqfG4goC2o9T595L/54v2OvOPC0/TJFFlclYanxuUoK73wutM5f9EgSuWGkvQXlOXw==',
    licence: 'GPL-2.0-only',
    withSource: true,
  },
  {
    language: 'fr',
    name: 'dictionary-fr',
    version: '3.0.0',
    integrity: 'sha512-fhDRX1cRyHPA69GJg8R4XgNYgSQvbNHj3kr5UqvEG1OS5pJqH6P3GbO7wpTCwvr5KMQ0NxGIsXps9P5NyXRVEg==',
    licence: 'MPL-2.0',
  },
  {
    language: 'es',
    name: 'dictionary-es',
    version: '4.0.0',
    integrity: 'sha512-8J3IYdaHYmkojxqhB+DneQpek6N/s3MwbVk3bPNGQSTBT5kxJtmbuiT0LSDP0Al6K9Vevo1sjspG8AGP9Yvxiw==',
    licence: 'MPL-1.1',
  },
  {
    language: 'pl',
    name: 'dictionary-pl',
    version: '2.0.0',
    integrity: 'sha512-jg1j4DM12i6oyp34Re5UeVYZAh2u4Y0Qi8zUfLVQjRmUQA8PsHO41ShoZLDwcQm7mWfeTeZjDPLv9wygPdqj3Q==',
    licence: 'MPL-2.0',
  },
];
