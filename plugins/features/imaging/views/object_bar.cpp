#include "imaging/views/object_bar.h"

#include "imaging/models/object_words.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace simiao::viewer {

ObjectBar::ObjectBar(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_label(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_box(new QComboBox)
{
    setObjectName(QStringLiteral("imaging.objectBar"));
    m_box->setObjectName(QStringLiteral("imaging.objects"));
    m_box->view()->setObjectName(QStringLiteral("imaging.objects.list"));
    m_box->setFocusPolicy(Qt::TabFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout(this);
    const int gap = tokens().rhythm.gap;
    line->setContentsMargins(gap, gap / 2, gap, gap / 2);
    line->addWidget(m_label);
    line->addWidget(m_box, 1);
    connect(m_box, &QComboBox::activated, this, [this] { Q_EMIT chosen(current()); });
    retheme();
    hide();
}

void ObjectBar::setObjects(const std::vector<workflow::ImagingObject> &objects)
{
    if (objects == m_objects)
        return;
    const auto chosenUid = m_box->currentData().toString();
    m_objects = objects;
    fill();
    m_box->setCurrentIndex(std::max(0, m_box->findData(chosenUid)));
    setVisible(!m_objects.empty());
}

int ObjectBar::current() const
{
    return m_box->currentIndex() - 1;
}

void ObjectBar::choose(int index)
{
    m_box->setCurrentIndex(index + 1);
}

void ObjectBar::fill()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("Images"), QString());
    for (const auto &object : m_objects)
        m_box->addItem(objectLine(object), object.sopInstanceUid);
}

void ObjectBar::retheme()
{
    const int index = m_box->currentIndex();
    m_label->setText(tr("Shown"));
    m_box->setAccessibleName(tr("Images, reports and recordings"));
    fill();
    m_box->setCurrentIndex(std::max(0, index));
}

void ObjectBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::viewer
