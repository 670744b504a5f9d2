#pragma once

#include "imaging/report/content_tree.h"

class DcmItem;

namespace simiao::dicom {

class DatasetText;

/// Reads a content tree within bounds of items and characters. Its depth is that of the data set, which is bounded.
class ContentReader
{
public:
    static constexpr int kMostNodes = 20'000;
    static constexpr qsizetype kMostCharacters = 4'000'000;

    /// \param text  outlives the reader
    explicit ContentReader(const DatasetText &text)
        : m_text(text)
    {
    }

    imaging::ContentItem read(DcmItem &item);
    /// Something was left out.
    bool isTruncated() const { return m_isTruncated; }

private:
    void readValue(DcmItem &item, imaging::ContentItem &into);
    void readNumber(DcmItem &item, imaging::ContentItem &into);
    void readCoordinates(DcmItem &item, imaging::ContentItem &into);
    QString taken(QString words);

    const DatasetText &m_text;
    int m_nodes = 0;
    qsizetype m_characters = 0;
    bool m_isTruncated = false;
};

} // namespace simiao::dicom
