#pragma once

#include "integration/dicom/header_scan.h"
#include "integration/dicom/index/header_index.h"
#include "integration/dicom/medium/medium_directory.h"

#include <QMap>

#include <functional>

namespace simiao::dicom {

/// Reads a header that HeaderScanner does not take.
using HeaderParser = std::function<Result<InstanceHeader>(const QString &path)>;

/// How headers are come by.
struct HeaderReading
{
    HeaderIndex *index = nullptr; ///< may be null; what it knows of an unchanged file is not read again
    HeaderParser parse = {};      ///< parseHeader() where none is given
    FileIdReader fileIds = {};    ///< of a medium's directory; mediumFileIds() where none is given
};

/// The headers of one listing: from the index where a file is as it was, else from the file. What was read anew is remembered by
/// remember(), folder by folder. \thread one
class KnownHeaders
{
public:
    /// \param how  outlives this
    explicit KnownHeaders(const HeaderReading &how)
        : m_how(how)
    {
    }

    /// As readHeader(); of a file that is known not to be an image, the same code without details.
    Result<InstanceHeader> read(const QString &path);
    void remember();
    /// How many files were opened.
    int readFiles() const { return m_readFiles; }

private:
    Result<InstanceHeader> readFile(const QString &path);

    const HeaderReading &m_how;
    HeaderScanner m_scanner;
    QHash<QString, IndexedFolder> m_folders;
    QMap<QString, std::vector<IndexedHeader>> m_fresh;
    int m_readFiles = 0;
};

} // namespace simiao::dicom
