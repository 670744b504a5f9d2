#pragma once

#include "imaging/frame.h"
#include "imaging/models/slice.h"

#include <QHash>

#include <list>

namespace simiao::viewer {

using FramePtr = std::shared_ptr<const imaging::Frame>;

/// Decoded frames within a bound of bytes; the ones not looked at for longest leave first.
/// The newest stays even when it alone is larger than the bound: it is on the screen. \thread GUI
class FrameCache
{
public:
    static constexpr qint64 kDefaultBytes = qint64{256} << 20;

    explicit FrameCache(qint64 maxBytes = kDefaultBytes);

    /// Null when it is not here; else it becomes the newest.
    FramePtr find(const Slice &slice);
    bool contains(const Slice &slice) const { return m_index.contains(keyOf(slice)); }
    void insert(const Slice &slice, FramePtr frame);

    qint64 bytes() const { return m_bytes; }
    qint64 maxBytes() const { return m_maxBytes; }

private:
    /// The place is part of it: two files may carry the same UID and not the same picture.
    struct Key
    {
        QString location;
        QString sopInstanceUid;
        int frame;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.location, key.sopInstanceUid, key.frame);
        }
    };
    struct Entry
    {
        Key key;
        FramePtr frame;
    };

    static Key keyOf(const Slice &slice);
    void remove(std::list<Entry>::iterator entry);
    void makeRoom();

    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    std::list<Entry> m_entries; ///< newest first
    QHash<Key, std::list<Entry>::iterator> m_index;
};

} // namespace simiao::viewer
