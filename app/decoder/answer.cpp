#include "decoder/answer.h"

#include "integration/dicom/worker/message_envelope.h"

#include <algorithm>
#include <exception>
#include <new>

namespace simiao::decoder {

using namespace Qt::StringLiterals;

unsigned secondsFor(const dicom::DecoderRequest &request)
{
    constexpr unsigned kLongest = 60 * 60;
    return std::clamp(unsigned{request.seconds}, kTaskSeconds, kLongest);
}

Output outputOf(const Handler &handler, const dicom::DecoderRequest &request, std::unique_ptr<QIODevice> file)
{
    try {
        return handler(request, std::move(file));
    } catch (const std::bad_alloc &) {
        return {.message = dicom::errorMessage({.kind = ErrorKind::Invalid,
                                                .code = u"imaging.decoder-memory"_s,
                                                .detail = u"more than 1.5 GiB"_s})};
    } catch (const std::exception &thrown) {
        return {.message = dicom::errorMessage({.kind = ErrorKind::Internal,
                                                .code = u"imaging.decoder-threw"_s,
                                                .detail = QString::fromUtf8(thrown.what())})};
    }
}

} // namespace simiao::decoder
