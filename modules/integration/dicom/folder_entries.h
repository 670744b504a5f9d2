#pragma once

#include <QStringList>

namespace simiao::dicom {

/// Names in a folder, sorted, links followed; hidden ones and what is neither file nor folder are left out.
struct FolderEntries
{
    QStringList files;
    QStringList folders;
};

/// Without asking the system about each file where the folder itself says what it is. Empty where it cannot be read.
FolderEntries entriesOf(const QString &folder);

} // namespace simiao::dicom
