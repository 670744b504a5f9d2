#pragma once

#include "imaging/defect.h"
#include "integration/dicom/dataset_bytes.h"
#include "integration/dicom/element_walker.h"

#include <memory>
#include <vector>

class DcmDataset;

namespace simiao::dicom {

/// A DICOM file that is open: its attributes parsed, its pixels located and left where they are.
struct DatasetFile
{
    DatasetFile();
    DatasetFile(DatasetFile &&) noexcept;
    DatasetFile &operator=(DatasetFile &&) noexcept;
    ~DatasetFile();

    DatasetBytes bytes;
    DatasetLayout layout;
    std::unique_ptr<DcmDataset> attributes; ///< never null; those before the pixels
    std::vector<imaging::Defect> defects;   ///< what is wrong with it although it could be opened

    DcmDataset &dataset() const { return *attributes; }
};

/// Which elements before the pixels are parsed. Nothing that shows a picture reads private ones, and a scanner writes more of them
/// than of all others.
enum class Elements { All, Standard };

/// Opens a DICOM file. The toolkit gets whole top-level elements in memory and nothing else: it parses sequences recursively
/// and believes lengths, so that a crafted file of a few megabytes could exhaust the stack or the memory.
/// As openDatasetBytes, and Corrupt `imaging.nesting-too-deep`; Corrupt `imaging.file-damaged` with the place where nothing
/// can be read.
Result<DatasetFile> openDataset(const QString &path, Elements elements = Elements::All);
/// The same for a file that is in memory.
Result<DatasetFile> openDataset(const QByteArray &file);

/// The same of bytes that were found already.
Result<DatasetFile> parsedDataset(DatasetBytes bytes, Elements elements = Elements::All);
/// A data set that came over a wire, as openDataset() reads one: whole elements only, pixels are left out.
/// \param transferSyntax  UID; none that is deflated
/// \returns never null; errors as openDataset()
Result<std::unique_ptr<DcmDataset>> parseDataset(QByteArray bytes, const QString &transferSyntax);

} // namespace simiao::dicom
