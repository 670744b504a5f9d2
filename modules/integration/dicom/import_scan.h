#pragma once

#include "integration/dicom/file_opener.h"
#include "workflow/ports/import_header.h"

#include <optional>
#include <vector>

namespace simiao::dicom {

/// Reads what files say of themselves before they are put on record, as HeaderScanner reads headers: without the toolkit.
class ImportScanner
{
public:
    /// What readImportHeader gives. Nothing for files that need more: no pixels, functional groups, and those that HeaderScanner
    /// does not take.
    std::optional<workflow::ImportHeader> scan(const QString &path);

private:
    FileOpener m_files;
    std::vector<char> m_room;
};

} // namespace simiao::dicom
