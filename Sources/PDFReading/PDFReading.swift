import CQPDF
