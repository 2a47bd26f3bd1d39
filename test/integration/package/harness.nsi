; Stands in for electron-builder's own template, whose plugins come from github.com: it defines what
; the include may use, and calls its macros in the same order. Compiled for 64-bit Windows (Wine).
; -DINCLUDE -DPROGRAM -DOUT, and -DUNINSTALLER_OUT_FILE or -DBUILD_UNINSTALLER.
Unicode true
Target amd64-unicode
Name "Mittente"
OutFile "${OUT}"
RequestExecutionLevel user
SetCompressor zlib

!define APP_FILENAME "Mittente"
!define PRODUCT_FILENAME "mittente"
!define INSTALL_REGISTRY_KEY "Software\test-of-mittente"

!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include MUI2.nsh

!macro _isUpdated _a _b _t _f
  ClearErrors
  ${GetParameters} $R9
  ${GetOptions} $R9 "--updated" $R9
  IfErrors `${_f}` `${_t}`
!macroend
!define isUpdated `"" isUpdated ""`

!define UAC_SYNCREGISTERS 1
!macro UAC_AsUser_Call TYPE NAME FLAGS
  Call ${NAME}
!macroend

!include "${INCLUDE}"

!ifndef BUILD_UNINSTALLER
  Var newStartMenuLink
  Var newDesktopLink
  Var appExe
!endif

!insertmacro MUI_PAGE_INSTFILES
!ifdef BUILD_UNINSTALLER
  !insertmacro MUI_UNPAGE_INSTFILES
!endif
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro customHeader

!ifdef BUILD_UNINSTALLER
  SilentInstall silent
!endif

Function .onInit
  !ifdef BUILD_UNINSTALLER
    WriteUninstaller "${UNINSTALLER_OUT_FILE}"
    Quit
  !else
    SetRegView 64
    SetShellVarContext all
    ; The template takes /D by itself.
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP_FILENAME}"
    ${EndIf}
    !insertmacro customInit
  !endif
FunctionEnd

Section "install"
  !ifndef BUILD_UNINSTALLER
    StrCpy $appExe "$INSTDIR\${PRODUCT_FILENAME}.exe"
    StrCpy $newStartMenuLink "$SMPROGRAMS\Mittente.lnk"
    StrCpy $newDesktopLink "$DESKTOP\Mittente.lnk"
    SetOutPath $INSTDIR
    File "/oname=${PRODUCT_FILENAME}.exe" "${PROGRAM}"
    File "/oname=Uninstall ${PRODUCT_FILENAME}.exe" "${UNINSTALLER_OUT_FILE}"
    CreateShortCut "$newStartMenuLink" "$appExe" "" "$appExe" 0
    CreateShortCut "$newDesktopLink" "$appExe" "" "$appExe" 0
    !insertmacro customInstall
  !endif
SectionEnd

!ifdef BUILD_UNINSTALLER
  Function un.onInit
    SetRegView 64
    SetShellVarContext all
  FunctionEnd

  Section "un.install"
    !insertmacro customUnInstall
    SetOutPath $TEMP
    RMDir /r $INSTDIR
    Delete "$SMPROGRAMS\Mittente.lnk"
    Delete "$DESKTOP\Mittente.lnk"
    DeleteRegKey HKLM "${INSTALL_REGISTRY_KEY}"
  SectionEnd
!endif
