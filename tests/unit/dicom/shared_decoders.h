#pragma once

#include "integration/dicom/worker/decoder_pool.h"

#include <QFile>

/// The product's own decoder, in its process; this one where there is none.
inline simiao::dicom::DecoderPool &sharedDecoders()
{
    static const QString program =
        qEnvironmentVariable("SIMIAO_BUILD") + QStringLiteral("/bin/simiao-decoder");
    static simiao::dicom::DecoderPool pool({.program = QFile::exists(program) ? program : QString()});
    return pool;
}
