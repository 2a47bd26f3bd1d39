/**
 * Programs that put themselves between a PC and its mail server: their own authority signs
 * the certificate that is shown. Product names as they stand in those authorities' names.
 */
const INTERCEPTORS: readonly (readonly [pattern: RegExp, product: string])[] = [
  [/\bavast\b/, 'Avast'],
  [/\bavg\b/, 'AVG'],
  [/\bavira\b/, 'Avira'],
  [/kaspersky|\bklsrv/, 'Kaspersky'],
  [/\beset\b|nod32/, 'ESET'],
  [/bit ?defender/, 'Bitdefender'],
  [/norton|symantec (?:endpoint|web)|gen digital/, 'Norton'],
  [/mcafee|\bmfe\b|trellix|skyhigh/, 'McAfee'],
  [/sophos|astaro/, 'Sophos'],
  [/fortinet|fortigate|fortiproxy|fortimail/, 'Fortinet'],
  [/zscaler/, 'Zscaler'],
  [/netskope/, 'Netskope'],
  [/cisco umbrella|ironport|opendns/, 'Cisco'],
  [/palo ?alto|globalprotect/, 'Palo Alto Networks'],
  [/check ?point|zonealarm/, 'Check Point'],
  [/sonicwall/, 'SonicWall'],
  [/watchguard|fireware|panda (?:dome|security|antivirus)/, 'WatchGuard'],
  [/trend ?micro/, 'Trend Micro'],
  [/f-secure|withsecure/, 'F-Secure'],
  [/g ?data (?:mail|security|antivirus|internet|software)/, 'G DATA'],
  [/dr\.? ?web/, 'Dr.Web'],
  [/comodo (?:internet security|antivirus)/, 'Comodo'],
  [/bullguard/, 'BullGuard'],
  [/malwarebytes/, 'Malwarebytes'],
  [/barracuda/, 'Barracuda'],
  [/blue ?coat/, 'Blue Coat'],
  [/forcepoint|websense/, 'Forcepoint'],
  [/untangle/, 'Untangle'],
  [/opnsense/, 'OPNsense'],
  [/pfsense/, 'pfSense'],
  [/endian/, 'Endian'],
  [/stormshield/, 'Stormshield'],
  [/securepoint/, 'Securepoint'],
  [/lancom/, 'LANCOM'],
  [/\badguard\b/, 'AdGuard'],
  [/quick ?heal|seqrite/, 'Quick Heal'],
  [/\bk7 ?(?:computing|antivirus|total)/, 'K7'],
  [/\bnordvpn|threat protection/, 'NordVPN'],
  [/cato networks/, 'Cato Networks'],
];

/** The product whose name stands in a folded text (an authority's name, an error line). */
export function interceptor(text: string): string | null {
  return INTERCEPTORS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
