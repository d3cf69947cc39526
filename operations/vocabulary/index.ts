/**
 * The words in which operations are declared. A declaration is data: from it come the properties in
 * the editor, the request, the reading of the answer, the reference and the contract test.
 */

export * from './answer';
export * from './choice';
export * from './field';
export * from './field-words';
export * from './operation';
export * from './own';
export * from './resource';
export * from './tenant';
export * from './things';
