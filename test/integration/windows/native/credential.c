/*
 * The Credential Manager as another program sees it.
 *   credential password HOST USER      what docs/contract.md's own example finds, hexadecimal
 *   credential show TARGET             the entry of exactly this name, in four lines: its
 *                                     name, its user, its type, its blob (hexadecimal)
 *   credential write TARGET USER HEX   stores an entry
 *   credential delete TARGET           removes an entry
 * Ends with 1 where there is no such entry.
 */
#include "from_the_contract.h"
#include <stdio.h>

static void print_hex(const unsigned char *bytes, DWORD size)
{
    for (DWORD at = 0; at < size; at += 1) printf("%02X", bytes[at]);
}

static void print_utf8(const wchar_t *text)
{
    char bytes[4096];
    if (!WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL)) bytes[0] = '\0';
    printf("%s", bytes);
}

static int password(const wchar_t *host, const wchar_t *user)
{
    char found[2561];
    int length = mittente_password(host, user, found, sizeof found);
    if (length < 0) return 1;
    print_hex((unsigned char *)found, (DWORD)length);
    return found[length] == '\0' ? 0 : 3;
}

static int show(const wchar_t *target)
{
    PCREDENTIALW found;
    if (!CredReadW(target, CRED_TYPE_GENERIC, 0, &found)) return 1;
    print_utf8(found->TargetName);
    printf("\n");
    print_utf8(found->UserName);
    printf("\n%lu\n", (unsigned long)found->Type);
    print_hex(found->CredentialBlob, found->CredentialBlobSize);
    printf("\n");
    CredFree(found);
    return 0;
}

static int write(wchar_t *target, wchar_t *user, const wchar_t *hex)
{
    BYTE blob[2560];
    DWORD size = 0;
    CREDENTIALW entry = {0};
    unsigned value;
    for (; swscanf(hex, L"%2x", &value) == 1; hex += 2) blob[size++] = (BYTE)value;
    entry.Type = CRED_TYPE_GENERIC;
    entry.TargetName = target;
    entry.UserName = user;
    entry.CredentialBlob = blob;
    entry.CredentialBlobSize = size;
    entry.Persist = CRED_PERSIST_ENTERPRISE;
    return CredWriteW(&entry, 0) ? 0 : 3;
}

int wmain(int count, wchar_t **words)
{
    if (count == 4 && !wcscmp(words[1], L"password")) return password(words[2], words[3]);
    if (count == 3 && !wcscmp(words[1], L"show")) return show(words[2]);
    if (count == 3 && !wcscmp(words[1], L"delete")) return !CredDeleteW(words[2], CRED_TYPE_GENERIC, 0);
    if (count == 5 && !wcscmp(words[1], L"write")) return write(words[2], words[3], words[4]);
    return 2;
}
