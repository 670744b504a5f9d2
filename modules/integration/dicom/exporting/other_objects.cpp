#include "integration/dicom/exporting/other_objects.h"

#include "core/try.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/other_files.h"
#include "integration/dicom/part10.h"
#include "integration/dicom/worker/decoder_pool.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace simiao::dicom {

using workflow::ExportedObject;

namespace {

bool startsAsDicom(const QString &path)
{
    std::array<char, kMetaStart> head{};
    return hasDicomMark(std::span(head).first(readFileHead(path, head)));
}

/// Nothing where it is an image, a directory or no DICOM file.
std::optional<ExportedObject> otherObject(const QString &path, DecoderPool &decoders)
{
    const auto facts = decoders.facts(path);
    // Of no study that is known: it is tried with the others, and told where it cannot be read.
    if (!facts)
        return startsAsDicom(path) ? std::optional(ExportedObject{path, path, {}}) : std::nullopt;
    if (facts->kind == ObjectKind::Image || facts->kind == ObjectKind::Directory)
        return std::nullopt;
    return ExportedObject{facts->sopInstanceUid, path, facts->studyInstanceUid};
}

} // namespace

Result<std::vector<ExportedObject>> otherObjects(const QString &location,
                                                 const std::stop_token &stop,
                                                 DecoderPool &decoders)
{
    std::vector<ExportedObject> objects;
    TRY_VOID(visitOtherFiles(location, stop, [&](const QString &path) {
        if (auto object = otherObject(path, decoders))
            objects.push_back(*std::move(object));
        return ok();
    }));
    std::ranges::sort(objects, {}, &ExportedObject::sopInstanceUid);
    const auto twice = std::ranges::unique(objects, {}, &ExportedObject::sopInstanceUid);
    objects.erase(twice.begin(), twice.end());
    return objects;
}

} // namespace simiao::dicom
