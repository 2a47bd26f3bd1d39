/*
 * Holds a file open: hold FILE SHARING READY RELEASE
 * SHARING is "none" or "read". Makes the file READY once it holds FILE, and lets go when the file
 * RELEASE exists, or after a minute.
 */
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    DWORD sharing;
    HANDLE file, ready;
    if (count != 5) return 2;
    sharing = wcscmp(words[2], L"none") == 0 ? 0 : FILE_SHARE_READ;
    file = CreateFileW(words[1], GENERIC_READ, sharing, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    ready = CreateFileW(words[3], GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
    if (ready == INVALID_HANDLE_VALUE) return 3;
    CloseHandle(ready);
    for (int waits = 0; waits < 6000; waits += 1) {
        if (GetFileAttributesW(words[4]) != INVALID_FILE_ATTRIBUTES) break;
        Sleep(10);
    }
    CloseHandle(file);
    return 0;
}
