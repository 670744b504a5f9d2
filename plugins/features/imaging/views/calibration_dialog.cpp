#include "imaging/views/calibration_dialog.h"

#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

// ISO/IEC 7810 ID-1: bank cards, insurance cards, identity cards.
constexpr double kCardMm = 85.6;
constexpr double kCardHeightMm = 53.98;
constexpr int kLeast = 80;
constexpr int kMost = 2400;
constexpr int kLeft = 12; // air before the left edge, against which the card is held

} // namespace

CardFrame::CardFrame(double pixelsPerMm, QWidget *parent)
    : ThemedWidget(QAccessible::Slider, parent)
    , m_width(std::clamp(int(std::lround(pixelsPerMm * kCardMm)), kLeast, kMost))
{
    setObjectName(u"imaging.calibration.card"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeHorCursor);
    describe();
}

double CardFrame::pixelsPerMm() const
{
    return m_width / kCardMm;
}

/// Room to make it wider.
QSize CardFrame::sizeHint() const
{
    constexpr double kRoom = 1.25;
    return {int(m_width * kRoom) + 2 * kLeft, int(m_width * kCardHeightMm / kCardMm) + 2 * kLeft};
}

void CardFrame::setCardWidth(int width)
{
    m_width = std::clamp(width, kLeast, kMost);
    describe();
    updateGeometry();
    update();
    Q_EMIT changed();
}

void CardFrame::describe()
{
    setAccessibleName(tr("Frame for the card: %1 px wide").arg(m_width));
}

void CardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(tokens().colours.accent, 1));
    painter.setBrush(tokens().colours.panel);
    painter.drawRect(kLeft, kLeft, m_width - 1, int(m_width * kCardHeightMm / kCardMm) - 1);
}

void CardFrame::keyPressEvent(QKeyEvent *event)
{
    constexpr int kStride = 10;
    const int step = event->modifiers() & Qt::ShiftModifier ? kStride : 1;
    if (event->key() == Qt::Key_Right)
        setCardWidth(m_width + step);
    else if (event->key() == Qt::Key_Left)
        setCardWidth(m_width - step);
    else
        ThemedWidget::keyPressEvent(event);
}

void CardFrame::mousePressEvent(QMouseEvent *event)
{
    setCardWidth(int(event->position().x()) - kLeft);
}

CalibrationDialog::CalibrationDialog(const QString &screen,
                                     double pixelsPerMm,
                                     bool isMeasured,
                                     QWidget *parent)
    : QDialog(parent)
    , m_frame(new CardFrame(pixelsPerMm))
{
    setObjectName(u"imaging.calibrationDialog"_s);
    setWindowTitle(tr("Measure this screen"));
    auto *question = new ui::TextLabel(tr("Hold a bank or insurance card (85.6 mm wide) to the left edge of "
                                          "the frame on %1. Left and Right make the frame as wide "
                                          "as the card, with Shift ten times as fast.")
                                           .arg(screen));
    question->setWordWrap(true);
    auto *keep = new QPushButton(tr("As wide as the card"));
    keep->setObjectName(u"imaging.calibration.keep"_s);
    keep->setDefault(true);
    auto *forget = new QPushButton(tr("Forget the calibration"));
    forget->setObjectName(u"imaging.calibration.forget"_s);
    forget->setEnabled(isMeasured);
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (auto *button : {keep, forget, close})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(m_frame, 1);
    column->addLayout(buttons);
    connect(keep, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(forget, &QPushButton::clicked, this, [this] {
        Q_EMIT forgotten();
        reject();
    });
    connect(m_frame, &CardFrame::changed, this, [this] { resize(size().expandedTo(minimumSizeHint())); });
    m_frame->setFocus();
}

} // namespace simiao::viewer
