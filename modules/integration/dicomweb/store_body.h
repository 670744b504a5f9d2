#pragma once

#include "integration/http/message.h"

#include <QFile>
#include <QStringList>

#include <memory>

namespace simiao::dicomweb {

/// DICOM files as the body of a store transaction (PS3.18 10.5): multipart/related, read from the disk as it is sent.
class StoreBody : public http::RequestBody
{
public:
    /// \returns Unavailable `disk.open` with a file that cannot be read
    static Result<std::shared_ptr<StoreBody>> create(const QStringList &files);

    /// With the boundary.
    QByteArray contentType() const;

    qint64 size() const override;
    /// Unavailable `disk.read` where a file ends before it should or cannot be read
    Result<qsizetype> read(std::span<char> room) override;
    Result<void> rewind() override;

private:
    struct Piece
    {
        QByteArray head;  ///< what stands before the file
        QString path;     ///< empty: nothing but the head
        qint64 bytes = 0; ///< of the file
    };

    StoreBody(std::vector<Piece> pieces, QByteArray boundary);

    Result<qsizetype> readFile(const Piece &piece, std::span<char> room);

    std::vector<Piece> m_pieces;
    QByteArray m_boundary;
    std::size_t m_piece = 0;
    qint64 m_at = 0; ///< within the piece
    QFile m_file;
};

} // namespace simiao::dicomweb
