#pragma once

#include "integration/dicom/worker/descriptor.h"

#include <QIODevice>

namespace simiao::decoder {

/// A file that somebody else opened. Where QFile would ask the system about it, which the cage forbids, this only reads.
class HandedFile : public QIODevice
{
public:
    explicit HandedFile(dicom::Descriptor file);

    qint64 size() const override { return m_size; }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    dicom::Descriptor m_file;
    qint64 m_size = 0;
};

} // namespace simiao::decoder
