/*
 * Reads an INI file as Windows programs do: ini FILE SECTION KEY...
 * One line for each key: what GetPrivateProfileStringW gives, and what GetPrivateProfileStringA
 * gives (its code page turned into UTF-8), both hexadecimal, separated by a blank.
 */
#include <windows.h>
#include <stdio.h>

enum { LENGTH = 2048 };

static void print_utf8_hex(const wchar_t *text)
{
    unsigned char bytes[4 * LENGTH];
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, (char *)bytes, sizeof bytes, NULL, NULL);
    for (int at = 0; at < size - 1; at += 1) printf("%02X", bytes[at]);
}

static void narrow(char *to, const wchar_t *from)
{
    WideCharToMultiByte(CP_ACP, 0, from, -1, to, LENGTH, NULL, NULL);
}

int wmain(int count, wchar_t **words)
{
    wchar_t value[LENGTH], widened[LENGTH];
    char file[LENGTH], section[LENGTH], key[LENGTH], narrow_value[LENGTH];
    if (count < 4) return 2;
    narrow(file, words[1]);
    narrow(section, words[2]);
    for (int at = 3; at < count; at += 1) {
        GetPrivateProfileStringW(words[2], words[at], L"?", value, LENGTH, words[1]);
        print_utf8_hex(value);
        narrow(key, words[at]);
        GetPrivateProfileStringA(section, key, "?", narrow_value, LENGTH, file);
        MultiByteToWideChar(CP_ACP, 0, narrow_value, -1, widened, LENGTH);
        printf(" ");
        print_utf8_hex(widened);
        printf("\n");
    }
    return 0;
}
