#!/bin/sh
# Says where a person's own files are when the package is removed; an upgrade says nothing.
if [ "$1" = remove ]; then
  echo 'Soleus is being removed. Your history and settings stay, in the folder .config/Soleus of each person who used it.'
  echo 'Delete that folder too if you do not want them any more, and .config/autostart/soleus.desktop if Soleus started at login.'
fi
