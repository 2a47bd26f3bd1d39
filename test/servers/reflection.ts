/**
 * @peculiar/x509 resolves its parts with a container that refuses to load without the metadata
 * reflection API. None of the parts used here takes constructor arguments, so having no metadata
 * at all is a truthful answer.
 */
const reflection = Reflect as unknown as Record<string, unknown>;

reflection.getMetadata ??= () => undefined;
reflection.getOwnMetadata ??= () => undefined;
reflection.defineMetadata ??= () => undefined;
