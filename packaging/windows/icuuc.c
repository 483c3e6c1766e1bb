/* Stands in for the icuuc.dll of Windows 10 in the Wine prefix, which has none. Never part of a bundle.
 *
 * Qt6Core imports these converters and loads with nothing less. It asks for one only for encodings other than
 * UTF-8, UTF-16, UTF-32, Latin-1 and that of the system, which kzstay never reads; so none is there.
 */
#define CONVERTER(name) __declspec(dllexport) void *name(void) { return 0; }

__declspec(dllexport) void *ucnv_open(const char *name, int *error) {
    (void)name;
    *error = 4; /* U_FILE_ACCESS_ERROR: there is no such converter */
    return 0;
}

CONVERTER(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
CONVERTER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
CONVERTER(ucnv_cbFromUWriteUChars)
CONVERTER(ucnv_cbToUWriteUChars)
CONVERTER(ucnv_close)
CONVERTER(ucnv_countAvailable)
CONVERTER(ucnv_fromUCountPending)
CONVERTER(ucnv_fromUnicode)
CONVERTER(ucnv_getAvailableName)
CONVERTER(ucnv_getFromUCallBack)
CONVERTER(ucnv_getMaxCharSize)
CONVERTER(ucnv_getName)
CONVERTER(ucnv_getStandardName)
CONVERTER(ucnv_getToUCallBack)
CONVERTER(ucnv_reset)
CONVERTER(ucnv_setFromUCallBack)
CONVERTER(ucnv_setToUCallBack)
CONVERTER(ucnv_toUCountPending)
CONVERTER(ucnv_toUnicode)
