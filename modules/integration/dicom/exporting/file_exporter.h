#pragma once

#include "integration/dicom/worker/decoder_pool.h"
#include "workflow/ports/image_export.h"

#include <QThreadPool>

namespace simiao::dicom {

/// Exports files that FileImageSource listed, one export at a time, by a decoder of its own: no picture waits behind it.
/// Its destructor asks the running export to stop and waits for the file that is being written.
class FileExporter : public workflow::ImageExporter
{
public:
    /// \param decoder  the program that parses and cleans foreign files; empty: this process. It is started by the first export
    explicit FileExporter(const QString &decoder = decoderBesideProgram());
    ~FileExporter() override;

    Task<Result<workflow::ImageExport>> run(workflow::ImageExportOrder order,
                                            workflow::TransferProgress progress,
                                            std::stop_token stop) override;

private:
    DecoderPool m_decoders;
    QThreadPool m_pool;
    std::stop_source m_closing;
};

} // namespace simiao::dicom
