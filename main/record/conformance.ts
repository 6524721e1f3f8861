/**
 * What the metadata of a record says of it beside PDF/A: that it is PDF/UA-1 (ISO 14289-1, 5). PDF/A wants a description of
 * every property that it does not define itself (ISO 19005-3, 6.6.2.3.2).
 */
export const UNIVERSAL_ACCESS: readonly string[] = [
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  [
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
    '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
    '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
    '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
    '<pdfaProperty:category>internal</pdfaProperty:category>',
    '<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>',
    '</rdf:li></rdf:Seq></pdfaSchema:property>',
    '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>',
  ].join(''),
];

const UNICODE_LEVEL = '<pdfaid:conformance>U</pdfaid:conformance>';
const ACCESSIBLE_LEVEL = '<pdfaid:conformance>A</pdfaid:conformance>';

/**
 * The metadata of a file of level U as those of level A: level U with the structure that records have. pdf-lib does not
 * offer it, because it cannot know of a structure. Objects that hold no metadata come back as they are.
 */
export function asAccessible(object: Buffer): Buffer {
  const at = object.indexOf(UNICODE_LEVEL, 0, 'latin1');
  if (at < 0) return object;
  const changed = Buffer.from(object);
  changed.write(ACCESSIBLE_LEVEL, at, 'latin1');
  return changed;
}
