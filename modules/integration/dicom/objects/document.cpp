#include "integration/dicom/objects/document.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(DcmItem &dataset)
{
    const Uint8 *bytes = nullptr;
    unsigned long count = 0;
    if (dataset.findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &count).bad() || bytes == nullptr)
        return {};
    // Encapsulated Document Length tells whether the last byte is padding.
    const auto stated = number(dataset, DCM_EncapsulatedDocumentLength).value_or(double(count));
    const bool isPadded = stated + 1 == static_cast<double>(count);
    return {reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(count) - (isPadded ? 1 : 0)};
}

} // namespace

Result<EncapsulatedDocument> readDocument(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return documentFrom(file, characterSet);
}

Result<EncapsulatedDocument> documentFrom(const DatasetFile &file, const QString &characterSet)
{
    auto &dataset = file.dataset();
    auto bytes = bytesOf(dataset);
    if (bytes.isEmpty())
        return Error{.kind = ErrorKind::Invalid, .code = u"report.no-document"_s};
    const DatasetText text(dataset, characterSet);
    const auto title = text.at(DCM_DocumentTitle);
    return EncapsulatedDocument{.title = title.isEmpty() ? text.at(DCM_SeriesDescription) : title,
                                .mimeType = code(dataset, DCM_MIMETypeOfEncapsulatedDocument).toLower(),
                                .created = isoDate(code(dataset, DCM_ContentDate)),
                                .bytes = std::move(bytes)};
}

} // namespace simiao::dicom
