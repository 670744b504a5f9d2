#pragma once

#include <QStringList>

namespace simiao::dicom {

/// Names in a folder, sorted, links said to be what they point to; hidden ones and what is neither file nor folder are left out.
struct FolderEntries
{
    QStringList files;
    QStringList folders;
    QStringList linkedFiles; ///< links to files, which are not among `files`
    bool isWhole = false;    ///< false where the folder could not be opened, or be read to its end
};

/// Without asking the system about each file where the folder itself says what it is.
FolderEntries entriesOf(const QString &folder);

} // namespace simiao::dicom
