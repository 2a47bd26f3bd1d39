; What Mittente adds to electron-builder's installer, for one computer and all its users:
;   Mittente-Setup.exe /S [/PROFILE="C:\...\record-profile.json"] [/LANG=it|en|de] [/D=C:\folder]
;   "Uninstall mittente.exe" /S [/FORGET]
; Exit status: 2 wrong language, 3 no such profile. What was said once holds for later versions.
; The template calls these macros; it compiles them twice, for the installer and the uninstaller.

!include WordFunc.nsh

!define MITTENTE_LINKS "Software\Classes\mittente"

!macro customHeader
  !ifdef BUILD_UNINSTALLER
    LangString askForget ${LANG_ITALIAN} "Vuoi togliere anche i mittenti che Mittente ha salvato e le loro password?$\n$\nSe rispondi No restano dove sono, e le ricette continuano a partire. Se rispondi Sì, la cartella clinica non può più spedire da quelle caselle."
    LangString askForget ${LANG_ENGLISH} "Do you also want to remove the senders that Mittente saved, and their passwords?$\n$\nIf you answer No they stay, and prescriptions keep going out. If you answer Yes, the clinical record can no longer send from those mailboxes."
    LangString askForget ${LANG_GERMAN} "Möchtest du auch die von Mittente gespeicherten Absender und ihre Passwörter entfernen?$\n$\nBei Nein bleiben sie, und die Rezepte gehen weiter hinaus. Bei Ja kann die Patientenakte von diesen Postfächern nicht mehr senden."
    !insertmacro mittenteForget
  !else
    Var mittenteProfile
    Var mittenteLanguage
    Var mittenteWords
  !endif
!macroend

!macro customInit
  ReadRegStr $mittenteProfile HKLM "${INSTALL_REGISTRY_KEY}" "Profile"
  ReadRegStr $mittenteLanguage HKLM "${INSTALL_REGISTRY_KEY}" "Language"
  ${GetParameters} $R0
  ; PowerShell puts the whole word into quotes, and words in quotes are not looked at.
  ${WordReplace} "$R0" '"/PROFILE=' '/PROFILE="' "+" $R0

  ClearErrors
  ${GetOptions} $R0 "/PROFILE=" $R1
  ${IfNot} ${Errors}
    ; A folder of the technician's own would mean nothing to the doctor's shortcut.
    GetFullPathName $mittenteProfile "$R1"
    ${IfNot} ${FileExists} "$mittenteProfile"
    ${OrIf} $mittenteProfile == ""
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${EndIf}

  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${IfNot} ${Errors}
    StrCpy $mittenteLanguage "$R1"
  ${EndIf}
  ${Select} "$mittenteLanguage"
    ${Case} ""
    ${Case} "it"
      StrCpy $LANGUAGE ${LANG_ITALIAN}
    ${Case} "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Case} "de"
      StrCpy $LANGUAGE ${LANG_GERMAN}
    ${Default}
      SetErrorLevel 2
      Quit
  ${EndSelect}

  ; The record's folder is proposed when this file lies in it: there the program finds the profile by
  ; itself. Neither an earlier installation nor /D is overruled, and nobody is asked in silence.
  ${IfNot} ${Silent}
  ${AndIf} $INSTDIR == "$PROGRAMFILES64\${APP_FILENAME}"
  ${AndIf} ${FileExists} "$EXEDIR\record-profile.json"
    StrCpy $INSTDIR "$EXEDIR\${APP_FILENAME}"
  ${EndIf}
!macroend

!macro customInstall
  SetShellVarContext all
  WriteRegStr HKLM "${INSTALL_REGISTRY_KEY}" "Profile" "$mittenteProfile"
  WriteRegStr HKLM "${INSTALL_REGISTRY_KEY}" "Language" "$mittenteLanguage"
  StrCpy $mittenteWords ""
  ${If} $mittenteProfile != ""
    StrCpy $mittenteWords '$mittenteWords "--profile=$mittenteProfile"'
  ${EndIf}
  ${If} $mittenteLanguage != ""
    StrCpy $mittenteWords "$mittenteWords --lang=$mittenteLanguage"
  ${EndIf}
  ${If} $mittenteWords != ""
    !insertmacro mittenteShortcut "$newStartMenuLink"
    !insertmacro mittenteShortcut "$newDesktopLink"
  ${EndIf}

  ; The two dashes: what a link says is never taken for a switch of Chromium's.
  WriteRegStr HKLM "${MITTENTE_LINKS}" "" "URL:Mittente"
  WriteRegStr HKLM "${MITTENTE_LINKS}" "URL Protocol" ""
  WriteRegStr HKLM "${MITTENTE_LINKS}\DefaultIcon" "" '"$appExe",0'
  WriteRegStr HKLM "${MITTENTE_LINKS}\shell\open\command" "" '"$appExe"$mittenteWords -- "%1"'

  ; Senders without a record profile lie here, whichever user of the computer set them up. S-1-5-32-544
  ; are the administrators (whoever made the folder beforehand does not own it any longer) and
  ; S-1-5-32-545 the users, in every language of Windows.
  CreateDirectory "$APPDATA\Mittente"
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Mittente" /setowner *S-1-5-32-544 /Q'
  Pop $R0
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Mittente" /grant *S-1-5-32-545:(OI)(CI)M /Q'
  Pop $R0
  ${If} $R0 != 0
    DetailPrint "icacls: $R0"
    SetErrorLevel 4
  ${EndIf}
!macroend

; The template made the shortcut already, without words.
!macro mittenteShortcut LINK
  ${If} ${FileExists} "${LINK}"
    CreateShortCut "${LINK}" "$appExe" "$mittenteWords" "$appExe" 0
  ${EndIf}
!macroend

!macro customUnInstall
  SetShellVarContext all
  ; Another program may have taken the links over: then they are no longer ours to remove.
  ReadRegStr $R0 HKLM "${MITTENTE_LINKS}\shell\open\command" ""
  StrLen $R1 '"$INSTDIR\'
  StrCpy $R0 "$R0" $R1
  ${If} "$R0" == '"$INSTDIR\'
    DeleteRegKey HKLM "${MITTENTE_LINKS}"
  ${EndIf}

  ; A newer version takes the place of this one, or nobody is there to be asked: all of it stays.
  StrCpy $R1 "keep"
  ${IfNot} ${isUpdated}
    ${If} ${Silent}
      ${GetParameters} $R0
      ClearErrors
      ${GetOptions} $R0 "/FORGET" $R2
      ${IfNot} ${Errors}
        StrCpy $R1 "forget"
      ${EndIf}
    ${ElseIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(askForget)" /SD IDNO IDYES`
      StrCpy $R1 "forget"
    ${EndIf}
  ${EndIf}
  ${If} $R1 == "forget"
    RMDir /r "$APPDATA\Mittente"
    ; As the person who uninstalls, not as the administrator whose password was typed for it.
    !insertmacro UAC_AsUser_Call Function un.mittenteForget ${UAC_SYNCREGISTERS}
  ${EndIf}
!macroend

; Removes the passwords of the user that runs it from the Credential Manager, and what Mittente
; remembers of that user. CREDENTIALW (wincred.h) begins with two DWORD and the target's name.
!macro mittenteForget
  Function un.mittenteForget
    System::Call 'advapi32::CredEnumerateW(w "Mittente:*", i 0, *i 0 r1, *p 0 r2) i .r0'
    ${If} $0 != 0
      StrCpy $3 0
      ${While} $3 < $1
        IntOp $4 $3 * ${NSIS_PTR_SIZE}
        IntPtrOp $4 $2 + $4
        System::Call '*$4(p .r5)'
        System::Call '*$5(i, i .r6, w .r7)'
        System::Call 'advapi32::CredDeleteW(w r7, i r6, i 0) i .r0'
        IntOp $3 $3 + 1
      ${EndWhile}
      System::Call 'advapi32::CredFree(p r2)'
    ${EndIf}
    SetShellVarContext current
    RMDir /r "$APPDATA\Mittente"
    SetShellVarContext all
  FunctionEnd
!macroend
