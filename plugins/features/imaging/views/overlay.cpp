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
void paintRows(QPainter &painter, const QRect &box, Qt::Alignment where, const QStringList &rows)
{
    constexpr int kAir = 2;
    const int step = painter.fontMetrics().lineSpacing();
    const auto height = static_cast<int>(rows.size()) * step;
    QRect row(box.left(), box.top(), box.width(), step);
    if (where.testFlag(Qt::AlignBottom))
        row.moveTop(box.bottom() + 1 - height);
    else if (where.testFlag(Qt::AlignVCenter))
        row.moveTop(box.center().y() - height / 2);
    const int across = int(where & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
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

/// What stays together, and whether a space parts it from what stands before.
struct Word
{
    QString text;
    bool isSpaced = true;
};

QString joined(const std::vector<Word> &words)
{
    QString row;
    for (const auto &word : words)
        row += (row.isEmpty() || !word.isSpaced ? QString() : QStringLiteral(" ")) + word.text;
    return row;
}

bool isIdeograph(QChar letter)
{
    return letter.script() == QChar::Script_Han;
}

/// Chinese has no spaces: a row may end between its characters, at its signs, and before what stands in brackets, but not between a
/// number and what it counts.
bool mayBreakBetween(QChar before, QChar after)
{
    static const QString opening = QStringLiteral("（“《");
    static const QString closing = QStringLiteral("，。：；、！？）”》");
    if (closing.contains(after) || opening.contains(before))
        return false;
    return isIdeograph(before) || closing.contains(before) || opening.contains(after);
}

/// What stands between two spaces.
std::vector<Word> partsOf(const QString &text)
{
    std::vector<Word> parts;
    for (const auto letter : text) {
        if (parts.empty() || mayBreakBetween(parts.back().text.back(), letter))
            parts.push_back({QString(letter), parts.empty()});
        else
            parts.back().text += letter;
    }
    return parts;
}

std::vector<Word> wordsOf(const QString &line)
{
    std::vector<Word> words;
    for (const auto &text : line.split(u' ', Qt::SkipEmptyParts)) {
        const bool isUnitOfLast = !words.empty() && words.back().text.back().isDigit() && isUnit(text);
        if (isUnitOfLast || (!words.empty() && isLetterOf(words.back().text, text)))
            words.back().text += u' ' + text;
        else
            std::ranges::copy(partsOf(text), std::back_inserter(words));
    }
    return words;
}

/// One line in as many rows as its words need.
QStringList brokenBetweenWords(const QString &line, int width, const QFontMetrics &metrics)
{
    QStringList rows;
    for (const auto &word : wordsOf(line)) {
        const auto longer = rows.isEmpty()
            ? word.text
            : rows.last() + (word.isSpaced ? QStringLiteral(" ") : QString()) + word.text;
        if (rows.isEmpty() || metrics.horizontalAdvance(longer) > width)
            rows.append(word.text);
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
        for (const auto &row : isBroken ? brokenBetweenWords(line, width, metrics) : QStringList{line}) {
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
    while (!words.empty()) {
        const bool isKept = std::ranges::any_of(words.back().text.split(u' '), isNumber);
        words.pop_back();
        const auto before = joined(words);
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

/// Rows of words at an edge or in a corner of a box.
struct Block
{
    QRect box;
    Qt::Alignment where;
    QStringList rows;
};

void addEdges(std::vector<Block> &blocks, const QRect &box, const imaging::EdgeLetters &edges)
{
    blocks.push_back({box, Qt::AlignLeft | Qt::AlignVCenter, {edges.left}});
    blocks.push_back({box, Qt::AlignRight | Qt::AlignVCenter, {edges.right}});
    blocks.push_back({box, Qt::AlignTop | Qt::AlignHCenter, {edges.top}});
    blocks.push_back({box, Qt::AlignBottom | Qt::AlignHCenter, {edges.bottom}});
}

std::vector<Block> inCorners(const QRect &box, const CornerTexts &texts, const QFontMetrics &metrics)
{
    const QSize room(roomIn(box), box.height());
    std::vector<Block> blocks;
    const auto add = [&](Qt::Alignment where, const QStringList &lines) {
        blocks.push_back({box, where, cornerRows(lines, room, metrics, texts.whole)});
    };
    add(Qt::AlignTop | Qt::AlignLeft, texts.topLeft);
    add(Qt::AlignTop | Qt::AlignRight, texts.topRight);
    add(Qt::AlignBottom | Qt::AlignLeft, texts.bottomLeft);
    add(Qt::AlignBottom | Qt::AlignRight, texts.bottomRight);
    return blocks;
}

struct SmallRows
{
    QStringList rows;
    qsizetype ofTop = 0; ///< of the upper corners, the first of them
};

/// As many rows as there is room for: of what must not be overlooked, then of the window. Descriptions would leave nothing of the picture.
SmallRows smallRows(const CornerTexts &texts, int width, const QFontMetrics &metrics, qsizetype most)
{
    SmallRows all;
    const auto add = [&](const QStringList &lines, bool isWhole) {
        for (const auto &line : lines) {
            const auto words = brokenBetweenWords(line, width, metrics);
            if (texts.whole.contains(line) == isWhole && all.rows.size() + words.size() <= most)
                all.rows += words;
        }
    };
    add(texts.topLeft + texts.topRight, true);
    all.ofTop = all.rows.size();
    add(texts.bottomLeft + texts.bottomRight, true);
    add(texts.bottomLeft, false);
    return all;
}

/// Four corners would meet: the words take the whole width, and no row stands where the letters of the edges do.
std::vector<Block> inSmallView(const QRect &box, const CornerTexts &texts, const QFontMetrics &metrics)
{
    const int step = metrics.lineSpacing();
    const auto room = box.adjusted(0, step, 0, -step);
    const qsizetype inHalf = std::max(0, (box.height() - 3 * step) / 2 / step);
    const auto [rows, ofTop] = smallRows(texts, room.width(), metrics, 2 * inHalf);
    const auto above = std::clamp(ofTop, std::max<qsizetype>(0, rows.size() - inHalf), inHalf);
    return {{room, Qt::AlignTop | Qt::AlignLeft, rows.first(std::min(above, rows.size()))},
            {room, Qt::AlignBottom | Qt::AlignLeft, rows.sliced(std::min(above, rows.size()))}};
}

std::vector<Block> blocksOf(const QRect &view, const CornerTexts &texts, const QFontMetrics &metrics)
{
    const auto box = view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    // Of a name and a number a corner has to hold so much beside the other.
    const bool isSmall = roomIn(box) < metrics.horizontalAdvance(QStringLiteral("0000-00-00 00"));
    auto blocks = isSmall ? inSmallView(box, texts, metrics) : inCorners(box, texts, metrics);
    addEdges(blocks, box, texts.edges);
    return blocks;
}

} // namespace

QStringList cornerRows(const QStringList &lines,
                       QSize room,
                       const QFontMetrics &metrics,
                       const QStringList &whole)
{
    constexpr int kShare = 3; // of the height, so that the picture is seen
    constexpr int kMost =
        2; // of the height, so that the corners below are not met, nor the letters of the edges
    const auto rowsIn = [&](int share) {
        const int middle = share == kMost ? metrics.lineSpacing() / 2 : 0;
        return std::size_t(std::max(0, room.height() / share - middle) / metrics.lineSpacing());
    };
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
    painter.setFont(font);
    for (const auto &block : blocksOf(view, texts, painter.fontMetrics()))
        paintRows(painter, block.box, block.where, block.rows);
}

std::vector<QRectF> overlayBoxes(const QRect &view, const CornerTexts &texts, const QFont &font)
{
    const QFontMetrics metrics(font);
    std::vector<QRectF> boxes;
    for (const auto &block : blocksOf(view, texts, metrics)) {
        QSize size(0, static_cast<int>(block.rows.size()) * metrics.lineSpacing());
        for (const auto &row : block.rows)
            size.setWidth(std::max(size.width(), metrics.horizontalAdvance(row)));
        if (size.width() > 0)
            boxes.emplace_back(QStyle::alignedRect(Qt::LeftToRight, block.where, size, block.box));
    }
    return boxes;
}

} // namespace simiao::viewer
