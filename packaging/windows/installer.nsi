Target ${TARGET}
; The first line on purpose: what comes before it is made for a 32-bit stub, and that runs on no 64-bit-only Wine.
;
; The installer of kzstay: for one user, without administrator rights. packaging/windows/steps.py runs makensis with
;   TARGET      the stub of NSIS that the setup starts with
;   VERSION     such as 0.1.0           VERSION_FOUR  the same as four numbers, for the version resource
;   BUNDLE      the folder to install   FILES         the script that lays its files, from file_list.py
;   LIST        the list of its files   SIZE_KB       what they take on the disk
;   PICTURE     the bitmap at the side of the last page
;   OUTPUT      the setup to write      SIGN          a command that signs the file %1 (may be left out)
;   QUICK       defined for a setup that only the trial uses
;   ADDRESS, ISSUES, RELEASES  the pages of the project, which Windows shows (may be left out)
;
; Exit codes: 0 good, 1 cancelled, 2 broken off, 3 kzstay is running, 4 this Windows is too old or has 32 bits,
; 5 setup runs twice.

!define NAME "kzstay"
!define PUBLISHER "The kzstay maintainers"
!define HERE "${__FILEDIR__}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define EXTENSION ".kzstay"
!define FILE_TYPE "kzstay.case"
!define PROGRAM "kzstay.exe"
!define CONSOLE "kzstay-cli.exe"
!define UNINSTALLER "uninstall.exe"
!define LIST_NAME "installed.txt"
!define OLDEST_BUILD 18362 ; Windows 10, 1903: the first with the icuuc.dll that Qt asks for
!define OLDEST_ARM_BUILD 22000 ; Windows 11: the first that runs programs for x64 on an ARM processor

!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
ManifestDPIAware true
ManifestLongPathAware true
AllowSkipFiles off ; a program with a file missing is worse than none
SetDateSave off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!ifdef SIGN
  ; Without a comparison NSIS goes on where nothing was signed
  !finalize '${SIGN}' = 0
  !uninstfinalize '${SIGN}' = 0
!endif

; Pages

!define MUI_ICON "${HERE}/kzstay.ico"
!define MUI_UNICON "${HERE}/kzstay.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight

; The language chosen once is kept, and the setup of the next version does not ask again
!define MUI_LANGDLL_ALLLANGUAGES ; Kazakh too where the system's code page is another one
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Language · Язык · Тіл"

!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
; The second box of the last page is meant for a readme; here it offers the desktop icon
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP_ICON)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION AddDesktopIcon
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGEEX "${HERE}" "Kazakh"
!include "${HERE}/words.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

VIProductVersion "${VERSION_FOUR}"
VIFileVersion "${VERSION_FOUR}"
!macro VERSION_WORDS LANGUAGE DESCRIPTION
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${DESCRIPTION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "© ${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "OriginalFilename" "${NAME}-${VERSION}-windows-x64-setup.exe"
!macroend
!insertmacro VERSION_WORDS ${LANG_ENGLISH} "${NAME} ${VERSION} setup"
!insertmacro VERSION_WORDS ${LANG_RUSSIAN} "Установка ${NAME} ${VERSION}"
!insertmacro VERSION_WORDS ${LANG_KAZAKH} "${NAME} ${VERSION} орнату бағдарламасы"

; What installer and uninstaller share

!macro STOP_IF_LOCKED FILE
  ; Windows lets nobody write to a program that runs
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $2 "${FILE}" a
    ${If} ${Errors}
      StrCpy $3 "running"
    ${Else}
      FileClose $2
    ${EndIf}
  ${EndIf}
!macroend

!macro WITHOUT_LAST_BACKSLASH
  ; NSIS puts one behind a folder that is there already, and every path in the registry would have two
  StrCpy $1 $INSTDIR 1 -1
  ${If} $1 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
!macroend

!macro SHARED UN
  ; Wait until no program of the folder $0 runs; ask the person, or give up after five seconds where nobody is asked
  Function ${UN}WaitUntilClosed
    StrCpy $1 0
    ${Do}
      StrCpy $3 ""
      !insertmacro STOP_IF_LOCKED "$0\${PROGRAM}"
      !insertmacro STOP_IF_LOCKED "$0\${CONSOLE}"
      ${If} $3 == ""
        ${ExitDo}
      ${EndIf}
      ${If} ${Silent}
        IntOp $1 $1 + 1
        ${If} $1 > 10
          SetErrorLevel 3
          Quit
        ${EndIf}
        Sleep 500
      ${Else}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDCANCEL`
          SetErrorLevel 3
          Quit
        ${EndIf}
      ${EndIf}
    ${Loop}
  FunctionEnd

  ; Say in $3 whether the line $2 of the list leaves the folder: an absolute place, a drive, or one with ..
  Function ${UN}Outside
    StrCpy $3 ""
    StrCpy $4 $2 1
    ${If} $4 == "\"
    ${OrIf} $4 == "/"
      StrCpy $3 "outside"
    ${EndIf}
    StrCpy $5 0
    ${Do}
      StrCpy $4 $2 1 $5
      ${If} $4 == ""
        ${ExitDo}
      ${EndIf}
      StrCpy $6 $2 2 $5
      ${If} $4 == ":"
      ${OrIf} $4 == "*"
      ${OrIf} $4 == "?"
      ${OrIf} $6 == ".."
        StrCpy $3 "outside"
      ${EndIf}
      IntOp $5 $5 + 1
    ${Loop}
  FunctionEnd

  ; Remove from the folder $0 what its own list names, and nothing else. A folder goes only when it is empty then.
  ; $7 holds a file that could not be removed, or nothing.
  Function ${UN}RemoveListed
    StrCpy $7 ""
    ClearErrors
    FileOpen $1 "$0\${LIST_NAME}" r
    ${If} ${Errors}
      Return
    ${EndIf}
    ${Do}
      ClearErrors
      FileRead $1 $2
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      ${DoWhile} $2 != ""
        StrCpy $4 $2 1 -1
        ${If} $4 != "$\n"
        ${AndIf} $4 != "$\r"
          ${ExitDo}
        ${EndIf}
        StrCpy $2 $2 -1
      ${Loop}
      ${If} $2 == ""
        ${Continue}
      ${EndIf}
      Call ${UN}Outside
      ${If} $3 != ""
        ${Continue}
      ${EndIf}
      StrCpy $4 $2 1 -1
      ${If} $4 == "\"
        StrCpy $2 $2 -1
        RMDir "$0\$2"
      ${Else}
        Delete "$0\$2"
        ${If} ${FileExists} "$0\$2"
          StrCpy $7 "$0\$2"
        ${EndIf}
      ${EndIf}
    ${Loop}
    FileClose $1
    ${If} $7 == ""
      ; Without the list nothing can be removed later, so it goes last
      Delete "$0\${LIST_NAME}"
    ${EndIf}
  FunctionEnd

  ; Remove what the list of the folder $0 names; ask again, or give up, where a file is held by another program
  Function ${UN}Clear
    ${Do}
      Call ${UN}WaitUntilClosed
      Call ${UN}RemoveListed
      ${If} $7 == ""
        ${ExitDo}
      ${EndIf}
      ${If} ${Silent}
      ${OrIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(HELD)" IDCANCEL`
        SetErrorLevel 3
        Quit
      ${EndIf}
    ${Loop}
  FunctionEnd

  ; Tell the shell that a file type has changed
  Function ${UN}TellShell
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
  FunctionEnd
!macroend
!insertmacro SHARED ""
!insertmacro SHARED "un."

; Install

Function .onInit
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "kzstay-setup") p .r1 ?e'
  Pop $0
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/LANG=" $2
  ${Select} $2
    ${Case} "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Case} "ru"
      StrCpy $LANGUAGE ${LANG_RUSSIAN}
    ${Case} "kk"
      StrCpy $LANGUAGE ${LANG_KAZAKH}
    ${CaseElse}
      !insertmacro MUI_LANGDLL_DISPLAY
  ${EndSelect}
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(SETUP_RUNNING)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  ; The setup for Windows has 32 bits itself, and would lay programs that cannot start
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_64_BIT)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  ${If} ${IsNativeARM64}
  ${AndIfNot} ${AtLeastBuild} ${OLDEST_ARM_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(ARM_TOO_OLD)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Function AddDesktopIcon
  SetOutPath "$DOCUMENTS"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
FunctionEnd

!include "${FILES}"

Section
  SetShellVarContext current
  !insertmacro WITHOUT_LAST_BACKSLASH

  ; The earlier version goes first, from where it lies, so that no file of it is left among the new ones
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $0 != "$INSTDIR"
    Call Clear
    Delete "$0\${UNINSTALLER}"
    RMDir "$0"
  ${EndIf}
  StrCpy $0 "$INSTDIR"
  Call Clear

  ; The list and the uninstaller before the rest: what breaks off half-way can still be removed
  SetOutPath "$INSTDIR"
  File "/oname=${LIST_NAME}" "${LIST}"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
!ifdef ADDRESS
  WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${ADDRESS}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "HelpLink" "${ISSUES}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "URLUpdateInfo" "${RELEASES}"
!endif
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallerLanguage" $LANGUAGE ; MUI does so only where a page is shown

  !cd "${BUNDLE}"
  !insertmacro LAY_FILES

  ; A program started from the menu begins in the person's documents, not among its own files
  SetOutPath "$DOCUMENTS"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DESKTOP" $2
  ${IfNot} ${Errors}
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    Call AddDesktopIcon
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "$(CASE)"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${PROGRAM},1" ; the page, its second icon
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${FILE_TYPE}" ""
  Call TellShell
SectionEnd

; Uninstall

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro WITHOUT_LAST_BACKSLASH
  StrCpy $0 "$INSTDIR"
  Call un.Clear

  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${FILE_TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  ; Another program may have taken the files over
  ReadRegStr $1 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $1 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Call un.TellShell

  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR" ; stays where a person keeps something of their own in it
SectionEnd
