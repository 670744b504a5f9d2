#include "integration/dicomweb/store_body.h"

#include "core/try.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

constexpr char kPartType[] = "Content-Type: application/dicom\r\n\r\n";

Error unreadable(const QString &code, const QString &path)
{
    return {ErrorKind::Unavailable, code, path};
}

} // namespace

Result<std::shared_ptr<StoreBody>> StoreBody::create(const QStringList &files)
{
    // No file can hold a boundary that nobody knew before.
    const QByteArray boundary = "simiao-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    std::vector<Piece> pieces;
    for (const auto &path : files) {
        const QFileInfo file(path);
        if (!file.isFile() || !file.isReadable())
            return unreadable(u"disk.open"_s, path);
        const QByteArray before = pieces.empty() ? "--" : "\r\n--";
        pieces.push_back({QByteArray(before + boundary + "\r\n" + kPartType), path, file.size()});
    }
    pieces.push_back({"\r\n--" + boundary + "--\r\n", {}, 0});
    return std::shared_ptr<StoreBody>(new StoreBody(std::move(pieces), boundary));
}

StoreBody::StoreBody(std::vector<Piece> pieces, QByteArray boundary)
    : m_pieces(std::move(pieces))
    , m_boundary(std::move(boundary))
{
}

QByteArray StoreBody::contentType() const
{
    return "multipart/related; type=\"application/dicom\"; boundary=" + m_boundary;
}

qint64 StoreBody::size() const
{
    qint64 bytes = 0;
    for (const auto &piece : m_pieces)
        bytes += piece.head.size() + piece.bytes;
    return bytes;
}

Result<qsizetype> StoreBody::read(std::span<char> room)
{
    while (m_piece < m_pieces.size()) {
        const auto &piece = m_pieces[m_piece];
        if (m_at < piece.head.size()) {
            const auto count = std::min<qint64>(static_cast<qint64>(room.size()), piece.head.size() - m_at);
            std::copy_n(piece.head.data() + m_at, count, room.data());
            m_at += count;
            return qsizetype(count);
        }
        if (m_at < piece.head.size() + piece.bytes)
            return readFile(piece, room);
        ++m_piece;
        m_at = 0;
    }
    return qsizetype(0);
}

Result<qsizetype> StoreBody::readFile(const Piece &piece, std::span<char> room)
{
    const qint64 read = m_at - piece.head.size();
    if (read == 0) {
        m_file.close();
        m_file.setFileName(piece.path);
        if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return unreadable(u"disk.open"_s, piece.path);
    }
    const auto count =
        m_file.read(room.data(), std::min(static_cast<qint64>(room.size()), piece.bytes - read));
    // Its length was told to the server: a file that became shorter cannot be sent to its end.
    if (count <= 0)
        return unreadable(u"disk.read"_s, piece.path);
    m_at += count;
    return qsizetype(count);
}

Result<void> StoreBody::rewind()
{
    m_piece = 0;
    m_at = 0;
    return ok();
}

} // namespace simiao::dicomweb
