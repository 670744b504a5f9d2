#include "integration/dicom/nesting_guard.h"

#include "integration/dicom/element_walker.h"

#include <QFile>
#include <QFileInfo>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

Result<void> checkNesting(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::NotFound, .code = u"imaging.file-missing"_s};

    ElementWalker walker(file);
    if (!walker.looksLikeDicom())
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.not-dicom"_s};
    if (walker.deepestNesting(kDeepestNesting) > kDeepestNesting)
        return Error{.kind = ErrorKind::Corrupt, .code = u"imaging.nesting-too-deep"_s};
    return ok();
}

} // namespace simiao::dicom
