# Says where the person's own files are when Soleus is uninstalled; an upgrade and a silent uninstall say nothing.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    # Each person's own folder, also where Soleus was installed for everyone.
    SetShellVarContext current
    MessageBox MB_OK|MB_ICONINFORMATION "Your history and settings stay, in this folder:$\r$\n$\r$\n$APPDATA\Soleus$\r$\n$\r$\nDelete it too if you do not want them any more." /SD IDOK
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endif}
  ${endif}
!macroend
