# What is said when something does not work. $reference is a number that the operator's log has.
failure-unexpected = Something went wrong on my side; please try again, and if it happens again give the operator the number { $reference }.
failure-library = My library cannot be read just now; please try again in a few minutes (reference { $reference }).
failure-models = I cannot work on questions just now; please tell the operator the number { $reference }.
failure-forbidden = I am not allowed to write there; a moderator can give me the permissions to view the channel and send messages (reference { $reference }).
failure-discord = Discord did not take my reply; please try again (reference { $reference }).
failure-input = { $what }
failure-not-allowed = You may not use this command here; a moderator can tell you where or give you the permission.
failure-old-command = This command has changed; please restart Discord to see the new one.
failure-old-button = This button is from an older version of me; please ask again.
