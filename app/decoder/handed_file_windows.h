#pragma once

#include "integration/dicom/worker/handle_windows.h"

#include <QIODevice>

namespace simiao::decoder {

/// As on Linux (handed_file.h): a file that somebody else opened, which is read and nothing else.
class HandedFile : public QIODevice
{
public:
    explicit HandedFile(dicom::Handle file);

    qint64 size() const override { return m_size; }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    dicom::Handle m_file;
    qint64 m_size = 0;
};

} // namespace simiao::decoder
