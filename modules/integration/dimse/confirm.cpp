#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/commitment.h"
#include "integration/dimse/outgoing_file.h"

namespace simiao::dimse {

Result<workflow::StorageConfirmation> confirm(const Destination &peer,
                                              const std::optional<ListeningPlace> &place,
                                              const QStringList &files,
                                              std::stop_token stop)
{
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    std::vector<SentObject> objects;
    for (const auto &path : files) {
        TRY(const auto file, outgoingFile(path, decoders));
        objects.push_back({file.sopClass, file.sopInstance});
    }
    TRY(auto commitment, commit(peer, place, objects, std::move(stop)));
    return workflow::StorageConfirmation{.confirmed = int(commitment.committed.size()),
                                         .asked = int(objects.size()),
                                         .failures = std::move(commitment.failures)};
}

} // namespace simiao::dimse
