# Takes the start at login away and says where the person's own files are when Soleus is uninstalled; an upgrade does neither,
# and a silent uninstall says nothing.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    # Under this name Electron writes it when the person switches it on, and Windows when they switch it off in its settings.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    # Each person's own folder, also where Soleus was installed for everyone.
    SetShellVarContext current
    MessageBox MB_OK|MB_ICONINFORMATION "Your history and settings stay, in this folder:$\r$\n$\r$\n$APPDATA\Soleus$\r$\n$\r$\nDelete it too if you do not want them any more." /SD IDOK
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endif}
  ${endIf}
!macroend
