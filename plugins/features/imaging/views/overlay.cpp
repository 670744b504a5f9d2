#include "imaging/views/overlay.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <iterator>

namespace simiao::viewer {

namespace {

// The ground is black in every theme, so these do not follow it.
const QColor kInk(0xE2, 0xE6, 0xEB);
const QColor kGround(0, 0, 0, 190);
const QColor kShade(0, 0, 0, 190);
constexpr int kMargin = 8;
constexpr int kMiddle = 28; // for the letters of the upper and lower edge

void paintShaded(QPainter &painter, const QRect &box, int flags, const QString &text)
{
    painter.setPen(kShade);
    for (const QPoint &offset : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)})
        painter.drawText(box.translated(offset), flags, text);
    painter.setPen(kInk);
    painter.drawText(box, flags, text);
}

/// Each row on a ground of its own: bone, fat and what is inverted are as bright as the letters. Where the picture is black, nobody
/// sees it.
void paintRows(QPainter &painter, const QRect &box, int flags, const QStringList &rows)
{
    constexpr int kAir = 2;
    const int step = painter.fontMetrics().lineSpacing();
    const auto height = static_cast<int>(rows.size()) * step;
    QRect row(box.left(), box.top(), box.width(), step);
    if ((flags & Qt::AlignBottom) != 0)
        row.moveTop(box.bottom() + 1 - height);
    else if ((flags & Qt::AlignVCenter) != 0)
        row.moveTop(box.center().y() - height / 2);
    const int across = (flags & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    for (const auto &words : rows) {
        if (!words.isEmpty())
            painter.fillRect(painter.boundingRect(row, across, words).adjusted(-kAir, 0, kAir, 0), kGround);
        paintShaded(painter, row, across, words);
        row.translate(0, step);
    }
}

/// "mm", "px": it stays with its number.
bool isUnit(const QString &word)
{
    return word.size() == 2 && word[0].isLower() && word[1].isLower();
}

/// A number or a date: a part of it is another one.
bool isNumber(const QString &word)
{
    const auto first = std::ranges::find_if(word, [](QChar letter) { return letter.isLetterOrNumber(); });
    return first != word.end() && first->isNumber();
}

/// The W and the L of a window stay with their numbers.
bool isLetterOf(const QString &letter, const QString &word)
{
    return letter.size() == 1 && letter[0].isUpper() && isNumber(word);
}

QStringList wordsOf(const QString &line)
{
    QStringList words;
    for (const auto &word : line.split(u' ', Qt::SkipEmptyParts)) {
        const bool isUnitOfLast = !words.isEmpty() && words.last().back().isDigit() && isUnit(word);
        if (isUnitOfLast || (!words.isEmpty() && isLetterOf(words.last(), word)))
            words.last() += u' ' + word;
        else
            words.append(word);
    }
    return words;
}

/// One line in as many rows as its words need.
QStringList brokenAtSpaces(const QString &line, int width, const QFontMetrics &metrics)
{
    QStringList rows;
    for (const auto &word : wordsOf(line)) {
        const auto longer = rows.isEmpty() ? word : rows.last() + u' ' + word;
        if (rows.isEmpty() || metrics.horizontalAdvance(longer) > width)
            rows.append(word);
        else
            rows.last() = longer;
    }
    return rows;
}

/// A word that is wider alone, in pieces.
QStringList brokenAnywhere(const QString &row, int width, const QFontMetrics &metrics)
{
    QStringList pieces{QString()};
    for (const auto letter : row) {
        if (!pieces.last().isEmpty() && metrics.horizontalAdvance(pieces.last() + letter) > width)
            pieces.append(QString());
        pieces.last() += letter;
    }
    return pieces;
}

struct Row
{
    QString words;
    bool isWhole = false;
};

struct Breaking
{
    const QStringList &whole; ///< lines that are broken and not elided
    bool areOthersBroken = false;
};

std::vector<Row> rowsOf(const QStringList &lines,
                        int width,
                        const QFontMetrics &metrics,
                        const Breaking &breaking)
{
    std::vector<Row> rows;
    for (const auto &line : lines) {
        const bool isWhole = breaking.whole.contains(line);
        const bool isBroken = isWhole || breaking.areOthersBroken;
        for (const auto &row : isBroken ? brokenAtSpaces(line, width, metrics) : QStringList{line}) {
            for (const auto &piece : isWhole ? brokenAnywhere(row, width, metrics) : QStringList{row})
                rows.push_back({piece, isWhole});
        }
    }
    return rows;
}

/// Only where lines have to be said whole: else all of them are elided in their places.
void leaveOut(std::vector<Row> &rows, std::size_t most)
{
    if (std::ranges::none_of(rows, &Row::isWhole))
        return;
    while (rows.size() > most) {
        const auto last =
            std::find_if(rows.rbegin(), rows.rend(), [](const Row &row) { return !row.isWhole; });
        if (last == rows.rend())
            return;
        rows.erase(std::next(last).base());
    }
}

/// Shortened at its end, in a word by letters, at a number before it. Empty where nothing of it is left.
QString shortened(const QString &row, int width, const QFontMetrics &metrics)
{
    constexpr QChar kMore(0x2026);
    if (metrics.horizontalAdvance(row) <= width)
        return row;
    auto words = wordsOf(row);
    QString all = row;
    while (!words.isEmpty()) {
        const bool isKept = std::ranges::any_of(words.takeLast().split(u' '), isNumber);
        const auto before = words.join(u' ');
        const auto cut = metrics.elidedText(all, Qt::ElideRight, width);
        if (!isKept && cut.size() > before.size() + 2)
            return cut;
        all = before + kMore;
        if (!before.isEmpty() && metrics.horizontalAdvance(all) <= width)
            return all;
    }
    return {};
}

/// Each side ends before the letter in the middle.
int roomIn(const QRect &box)
{
    return (box.width() - kMiddle) / 2;
}

void paintPair(QPainter &painter,
               const QRect &box,
               int vertical,
               const QStringList &left,
               const QStringList &right,
               const QStringList &whole)
{
    const QSize room(roomIn(box), box.height());
    const auto metrics = painter.fontMetrics();
    paintRows(painter, box, vertical | Qt::AlignLeft, cornerRows(left, room, metrics, whole));
    paintRows(painter, box, vertical | Qt::AlignRight, cornerRows(right, room, metrics, whole));
}

void paintEdges(QPainter &painter, const QRect &box, const imaging::EdgeLetters &edges)
{
    paintRows(painter, box, Qt::AlignLeft | Qt::AlignVCenter, {edges.left});
    paintRows(painter, box, Qt::AlignRight | Qt::AlignVCenter, {edges.right});
    paintRows(painter, box, Qt::AlignTop | Qt::AlignHCenter, {edges.top});
    paintRows(painter, box, Qt::AlignBottom | Qt::AlignHCenter, {edges.bottom});
}

} // namespace

QStringList cornerRows(const QStringList &lines,
                       QSize room,
                       const QFontMetrics &metrics,
                       const QStringList &whole)
{
    constexpr int kShare = 3; // of the height, so that the picture is seen
    constexpr int kMost = 2;  // of the height, so that the corners below are not met
    const auto rowsIn = [&](int share) { return std::size_t(room.height() / share / metrics.lineSpacing()); };
    auto rows = rowsOf(lines, room.width(), metrics, {.whole = whole, .areOthersBroken = true});
    if (rows.size() > rowsIn(kShare))
        rows = rowsOf(lines, room.width(), metrics, {.whole = whole});
    leaveOut(rows, rowsIn(kMost));
    QStringList words;
    for (const auto &row : rows)
        words.append(row.isWhole ? row.words : shortened(row.words, room.width(), metrics));
    words.removeAll(QString());
    return words;
}

void paintOverlay(QPainter &painter, const QRect &view, const CornerTexts &texts, const QFont &font)
{
    const auto box = view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    painter.setFont(font);
    paintPair(painter, box, Qt::AlignTop, texts.topLeft, texts.topRight, texts.whole);
    paintPair(painter, box, Qt::AlignBottom, texts.bottomLeft, texts.bottomRight, texts.whole);
    paintEdges(painter, box, texts.edges);
}

std::vector<QRectF> overlayBoxes(const QRect &view, const CornerTexts &texts, const QFont &font)
{
    const auto box = view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QFontMetrics metrics(font);
    const int room = roomIn(box);
    const auto wordsOf = [&](const QStringList &lines) {
        return cornerRows(lines, {room, box.height()}, metrics, texts.whole).join(u'\n');
    };
    std::vector<QRectF> boxes;
    const auto add = [&](Qt::Alignment where, const QString &words, int mostWidth) {
        if (words.isEmpty())
            return;
        auto size = metrics.size(0, words);
        size.setWidth(std::min(size.width(), mostWidth));
        boxes.emplace_back(QStyle::alignedRect(Qt::LeftToRight, where, size, box));
    };
    add(Qt::AlignTop | Qt::AlignLeft, wordsOf(texts.topLeft), room);
    add(Qt::AlignTop | Qt::AlignRight, wordsOf(texts.topRight), room);
    add(Qt::AlignBottom | Qt::AlignLeft, wordsOf(texts.bottomLeft), room);
    add(Qt::AlignBottom | Qt::AlignRight, wordsOf(texts.bottomRight), room);
    add(Qt::AlignLeft | Qt::AlignVCenter, texts.edges.left, kMiddle);
    add(Qt::AlignRight | Qt::AlignVCenter, texts.edges.right, kMiddle);
    add(Qt::AlignTop | Qt::AlignHCenter, texts.edges.top, kMiddle);
    add(Qt::AlignBottom | Qt::AlignHCenter, texts.edges.bottom, kMiddle);
    return boxes;
}

} // namespace simiao::viewer
