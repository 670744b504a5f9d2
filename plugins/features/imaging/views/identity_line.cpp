#include "imaging/views/identity_line.h"

#include "imaging/models/identity_words.h"
#include "workflow/diagnostics/attach_study.h"

#include <QVBoxLayout>

namespace simiao::viewer {

std::optional<ui::Notice> IdentityLine::noticeFor(const std::vector<workflow::ImageSeries> &series,
                                                  const administration::Patient &patient)
{
    const auto identity =
        series.empty() ? workflow::ImageIdentity::Same : workflow::identityOf(series, patient);
    switch (identity) {
    case workflow::ImageIdentity::Same: return std::nullopt;
    case workflow::ImageIdentity::OtherNumber:
        return ui::Notice{ui::Severity::Note,
                          tr("Images with another number"),
                          tr("The images: %1").arg(namedInImages(series)),
                          tr("This visit: %1").arg(namedOnRecord(patient)),
                          {}};
    case workflow::ImageIdentity::Different:
        return ui::Notice{ui::Severity::Block,
                          tr("Images of another patient"),
                          tr("The images: %1").arg(namedInImages(series)),
                          tr("This visit: %1").arg(namedOnRecord(patient)),
                          {}};
    case workflow::ImageIdentity::Unlabelled:
        return ui::Notice{ui::Severity::Warn,
                          tr("Unlabelled images"),
                          tr("They name no patient. Check that they belong to %1.").arg(patient.name),
                          {},
                          {}};
    }
    return std::nullopt;
}

IdentityLine::IdentityLine(QWidget *parent)
    : QWidget(parent)
    , m_line(new ui::NoticeLine)
{
    constexpr int kAir = 4;
    m_line->setObjectName(QStringLiteral("imaging.identity"));
    auto *aired = new QVBoxLayout(this);
    aired->setContentsMargins(kAir, kAir, kAir, kAir);
    aired->addWidget(m_line);
    hide();
}

void IdentityLine::setNotice(const std::optional<ui::Notice> &notice)
{
    setVisible(notice.has_value());
    if (notice)
        m_line->setNotice(*notice);
}

QString IdentityLine::text() const
{
    return isHidden() ? QString() : m_line->accessibleName();
}

} // namespace simiao::viewer
